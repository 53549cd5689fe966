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
  "article:place": "EDITOR",
  "article:preview": "REPORTER",
  "article:publish": "EDITOR",
  "article:unpublish": "DESK_HEAD",
  "article:import": "EDITOR",
  "contributor:manage": "EDITOR",
  "media:manage": "REPORTER",
  "section:manage": "EDITOR",
  "topic:manage": "EDITOR",
  "user:manage": "ADMIN",
  "user:list": "EDITOR",
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
}

/** The system acting on its own. */
export const systemActor: Actor = { kind: "SYSTEM", id: null, name: "Dateline", role: Role.ADMIN };

const ranks = Object.keys(Role);

/** Whether an actor's role holds a permission. */
export const may = (actor: Actor, permission: Permission): boolean =>
  ranks.indexOf(actor.role) >= ranks.indexOf(permissions[permission]);

/** Throws FORBIDDEN, naming the role it takes, unless the actor may. */
export function must(actor: Actor, permission: Permission): void {
  if (may(actor, permission)) return;
  throw new DatelineError("FORBIDDEN", {
    says: `The role ${actor.role} does not allow ${permission}.`,
    fix: `It takes at least the role ${permissions[permission]}.`,
    details: { permission, role: actor.role, needed: permissions[permission] },
  });
}
