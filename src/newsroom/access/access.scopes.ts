import { permissions, type Permission } from "./access.policy.ts";

/** Permissions that are often wanted together, under one word. */
const bundles: Readonly<Record<string, readonly Permission[]>> = {
  read: ["article:read-drafts"],
  write: ["article:read-drafts", "article:create", "article:revise", "media:manage"],
};

const all = Object.keys(permissions) as Permission[];

/** The permissions that scopes stand for: each a permission, all of a noun (`article:*`), or the word of a bundle. */
export const permissionsIn = (scopes: readonly string[]): readonly Permission[] =>
  all.filter((permission) => scopes.some((scope) => covers(scope, permission)));

/** Whether a scope stands for anything. */
export const isScope = (scope: string): boolean => permissionsIn([scope]).length > 0;

/** How scopes are spelled, for whoever misspelled one. */
export const scopeSpelling = `must be a permission such as article:publish, a noun such as article:*, or one of ${Object.keys(bundles).join(", ")}`;

function covers(scope: string, permission: Permission): boolean {
  if (scope.endsWith(":*")) return permission.startsWith(scope.slice(0, -1));
  return scope === permission || (bundles[scope]?.includes(permission) ?? false);
}
