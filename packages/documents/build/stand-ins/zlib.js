import { Buffer } from 'buffer/index.js';
import { zlibSync } from 'fflate';

export default { deflateSync: (bytes) => Buffer.from(zlibSync(bytes, { level: 9 }).buffer) };
