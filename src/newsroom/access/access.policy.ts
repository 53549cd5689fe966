import { DatelineError } from "../../kernel/errors/index.ts";

/** Roles at the desk, each holding the rights of those before it. */
export const Role = { REPORTER: "REPORTER", EDITOR: "EDITOR", DESK_HEAD: "DESK_HEAD", ADMIN: "ADMIN" } as const;
/** A role at the desk. */
export type Role = (typeof Role)[keyof typeof Role];

/** Who may do what: the least role each permission asks for. The only such table. */
export const permissions = {
  "article:read-drafts": "REPORTER",
  "article:create": "REPORTER",
  "article:revise": "REPORTER",
  "article:break-lock": "EDITOR",
  "article:place": "EDITOR",
  "article:submit": "REPORTER",
  "article:return": "EDITOR",
  "article:approve": "EDITOR",
  /** Publishing or scheduling a draft that nobody has reviewed; asked besides the verb's own. */
  "article:skip-review": "EDITOR",
  "article:schedule": "EDITOR",
  "article:unschedule": "EDITOR",
  "article:preview": "REPORTER",
  "article:publish": "EDITOR",
  "article:update": "EDITOR",
  "article:hold": "EDITOR",
  "article:release": "EDITOR",
  "article:unpublish": "DESK_HEAD",
  "article:republish": "DESK_HEAD",
  "article:kill": "DESK_HEAD",
  "article:spike": "EDITOR",
  "article:unspike": "EDITOR",
  "article:embargo": "EDITOR",
  "article:lift-embargo": "DESK_HEAD",
  "article:expire": "EDITOR",
  "article:import": "EDITOR",
  "contributor:manage": "EDITOR",
  "link:manage": "EDITOR",
  "media:manage": "REPORTER",
  "redirect:manage": "EDITOR",
  "section:manage": "EDITOR",
  "topic:manage": "EDITOR",
  "user:manage": "ADMIN",
  "user:list": "EDITOR",
  "token:manage": "REPORTER",
  "audit:read": "DESK_HEAD",
  "change:read": "DESK_HEAD",
  "sample:load": "ADMIN",
  "projections:rebuild": "ADMIN",
} as const satisfies Record<string, Role>;
/** A permission, spelled noun:verb. */
export type Permission = keyof typeof permissions;

/** Who acts: a user of the desk, or the system itself (setting up, jobs), which may do everything. */
export interface Actor {
  readonly kind: "USER" | "SYSTEM";
  /** The user's id; null for the system. */
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
  /** The permissions of the token that proved them, where it is limited to some; then no other is held. */
  readonly scopes?: readonly Permission[];
  /** When that token ends; left out where it has no end, or no token was shown. */
  readonly until?: Date;
  /** The sections their work is limited to, with everything below; left out, they may work everywhere. */
  readonly sectionIds?: readonly string[];
}

/** The system acting on its own. */
export const systemActor: Actor = { kind: "SYSTEM", id: null, name: "Dateline", role: Role.ADMIN };

const ranks = Object.keys(Role);

/** Whether an actor's role holds a permission, and the token they came with does. */
export const may = (actor: Actor, permission: Permission): boolean =>
  holds(actor.role, permission) && (actor.scopes?.includes(permission) ?? true);

const holds = (role: Role, permission: Permission): boolean =>
  ranks.indexOf(role) >= ranks.indexOf(permissions[permission]);

/** Throws FORBIDDEN, naming the role or the scope it takes, unless the actor may. */
export function must(actor: Actor, permission: Permission): void {
  if (may(actor, permission)) return;
  const needed = permissions[permission];
  const details = { permission, role: actor.role, needed };
  if (!holds(actor.role, permission)) {
    throw new DatelineError("FORBIDDEN", {
      says: `The role ${actor.role} does not allow ${permission}.`,
      fix: `It takes at least the role ${needed}.`,
      details,
    });
  }
  throw new DatelineError("FORBIDDEN", {
    says: `This token is limited to other permissions than ${permission}.`,
    fix: `Use a token that holds it: desk token create NAME --user EMAIL --scope ${permission}`,
    details: { ...details, scopes: actor.scopes ?? [] },
  });
}
