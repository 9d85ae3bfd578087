/** Keeps uploaded files: in a local folder, or in a bucket of an S3-compatible store. */
@NullMarked
package terrace.marketplace.files;

import org.jspecify.annotations.NullMarked;
