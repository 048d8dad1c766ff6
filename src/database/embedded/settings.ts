/** Settings of every embedded PostgreSQL. Its log must contain nothing that callers sent: no failed statements, no details of a crash. */
const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
};

/** The server of a data folder. */
export const lasting = { ...always, max_connections: '100' };

/** The server of a test run: its data need not survive, and every Jest worker connects to it. */
export const passing = {
  ...always,
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
};
