const settings = [
  "role=thads_app",
  "statement_timeout=10000",
  "lock_timeout=3000",
  "idle_in_transaction_session_timeout=15000",
];

/** Every connection of the application works as its own role and gives up in time. */
export const CONNECTION_OPTIONS = settings.map((setting) => `-c ${setting}`).join(" ");
