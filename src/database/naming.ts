import { DefaultNamingStrategy, type Table } from 'typeorm';

/** Names as in the migrations: columns in snake case, constraints named as PostgreSQL would name them, after their table and columns. */
export class RegistryNaming extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? columnName(property);
  }

  override primaryKeyName(table: Table | string): string {
    return `${tableOf(table)}_pkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `${tableOf(table)}_${columns.join('_')}_key`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${tableOf(table)}_${columns.join('_').replace(/_id$/, '')}_fkey`;
  }

  override indexName(table: Table | string, columns: string[]): string {
    return `${tableOf(table)}_${columns.join('_').replace(/_id$/, '')}_idx`;
  }
}

/** The column in which a property of a row is stored. */
export const columnName = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const tableOf = (table: Table | string): string => (typeof table === 'string' ? table : table.name).replace(/^.*\./, '');
