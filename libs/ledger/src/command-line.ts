/** Who acts at the terminal: the operator of the machine, who has no account. */
export const commandLine = '00000000-0000-0000-0000-000000000000';
