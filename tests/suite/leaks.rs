//! Nothing that tells who somebody is may be left in a finished file: what must be found, what must not be, and what must be told where a file
//! cannot be searched whole.

mod corpus;
mod files;
mod outputs;
mod pages;
mod settled;
