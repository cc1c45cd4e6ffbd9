/** What came for a text: from JavaScript without types anything may, and what is no text is read as an empty one. */
export const asText = (given: string): string => (typeof given === 'string' ? given : '');
