/** The most bytes that are read of anything: more than any service publishes, less than a string can hold. */
export const largest = 256 * 1024 * 1024;
