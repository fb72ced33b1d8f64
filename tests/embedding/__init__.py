"""The calculator on other people's pages: two servers, real host pages, a real browser."""
