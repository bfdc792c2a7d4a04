package licet.web.cli;

/**
 * A command that answers a question by its exit code: 0 permitted, 1 denied, 2 more is needed. Whatever goes wrong is 3
 * there, so that no failure is ever taken for an answer.
 */
interface Asking {
    int FAILED = 3;
}
