export { may, must, permissions, Role, systemActor, type Actor, type Permission } from "./access.policy.ts";
