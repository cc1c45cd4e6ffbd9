// The tables of a TrueType font without layout, bitmaps, colour and variations.
import cmap from 'fontkit/src/tables/cmap.js';
import cvt from 'fontkit/src/tables/cvt.js';
import fpgm from 'fontkit/src/tables/fpgm.js';
import glyf from 'fontkit/src/tables/glyf.js';
import head from 'fontkit/src/tables/head.js';
import hhea from 'fontkit/src/tables/hhea.js';
import hmtx from 'fontkit/src/tables/hmtx.js';
import loca from 'fontkit/src/tables/loca.js';
import maxp from 'fontkit/src/tables/maxp.js';
import name from 'fontkit/src/tables/name.js';
import os2 from 'fontkit/src/tables/OS2.js';
import post from 'fontkit/src/tables/post.js';
import prep from 'fontkit/src/tables/prep.js';

export default { cmap, 'cvt ': cvt, fpgm, glyf, head, hhea, hmtx, loca, maxp, name, 'OS/2': os2, post, prep };
