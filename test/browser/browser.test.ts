/** All browser tests in one process: the server, the store and the browser are started once. */
import './situation-cases.ts';
import './page-cases.ts';
import './frame-cases.ts';
import './assessed-cases.ts';
import './reader-cases.ts';
import './elsewhere-cases.ts';
import './acts-cases.ts';
// Last, since its decisions change the incidents of the store.
import './review-cases.ts';
import './story-cases.ts';
