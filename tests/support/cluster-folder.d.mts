/** Where this run's throw-away cluster lies. */
export function clusterFolder(): string;
