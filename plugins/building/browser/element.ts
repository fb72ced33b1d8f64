/**
 * Makes elements, for every script of the site but the calculator's.
 *
 * In: a tag, attributes, children; text is text, never markup. Out: the element.
 */

type Attributes = Record<string, string | boolean | undefined>;

/** Make one element; an attribute that is false or absent is left out, one that is true is empty. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}
