// Node only: chunks from files.
export { dataFolder, fileLoader } from './loaders/file-loader.js';
