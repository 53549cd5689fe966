export { may, must, permissions, Role, systemActor, type Actor, type Permission } from "./access.policy.ts";
export type {
  ChangeStanding,
  CreateToken,
  CreateUser,
  RenameUser,
  RevokeToken,
  ScopeUser,
  SetRole,
} from "./access.rules.ts";
export type { TokenRecord, UserRecord } from "./access.store.ts";
export { authenticate } from "./authenticate.ts";
export { disableUser, enableUser } from "./change-standing.ts";
export { createToken, type CreatedToken } from "./create-token.ts";
export { createUser } from "./create-user.ts";
export { actorFor, findUser } from "./find-user.ts";
export { listTokens } from "./list-tokens.ts";
export { listUsers } from "./list-users.ts";
export { limitsOf, mustReach } from "./must-reach.ts";
export { renameUser } from "./rename-user.ts";
export { revokeToken } from "./revoke-token.ts";
export { scopeUser } from "./scope-user.ts";
export { setRole } from "./set-role.ts";
