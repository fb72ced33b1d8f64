// SPDX-License-Identifier: MIT
/** Licenses that lead to others. In: a license. Out: ids of those whose data it needs besides. */

import type { CompiledLicense } from "../engine/types.ts";
import { flat } from "./sections.ts";

/** Other licenses that this one's rules point to: for its renewal date, or as a duty. */
export function linkedTo(license: CompiledLicense): string[] {
  const leaders = license.renewals.flatMap((rule) => rule.ends.license ?? []);
  const owed = flat(license.requires).flatMap((duty) =>
    duty.kind === "license" ? duty.license ?? [] : []
  );
  return [...leaders, ...owed];
}
