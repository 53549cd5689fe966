export { accountOf, runsAsRoot, serverAccount, type Account } from "./account.ts";
export { defaultDataFolder, type DataFolder } from "./data-folder.ts";
export { closedFolder, mayUse } from "./reach.ts";
export { rootFolder } from "./root-folder.ts";
