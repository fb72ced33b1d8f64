// SPDX-License-Identifier: MIT
/**
 * Addresses of scripts, vouched for where a page's policy asks that (`require-trusted-types-for
 * 'script'`): all of them lie beside ours.
 *
 * In: an address. Out: what a script's `src` takes. A page that names the policies it allows has to
 * name `lit-html` and `cme-atlas`.
 */

interface Rules {
  createScriptURL(address: string): string;
}

type Scope = {
  trustedTypes?: { createPolicy(name: string, rules: Rules): Rules };
};

let rules: Rules | undefined;

/** Vouch for the address of a script. */
export function scriptAddress(address: string): string {
  const own: Rules = { createScriptURL: (same) => same };
  try {
    rules ??= (globalThis as Scope).trustedTypes?.createPolicy(
      "cme-atlas",
      own,
    );
  } catch {
    rules = own; // the page allows no policy of ours: the script will not load, and that is said
  }
  return (rules ?? own).createScriptURL(address);
}
