package licet.ingest.weights;

import java.util.List;

/** Is told of each tensor as it is read, so that no list of all of them is ever held. */
@FunctionalInterface
interface TensorSink {
    /**
     * @param type the type of storage as the file names it
     * @param shape its dimensions, none for a scalar
     * @param elements their product
     * @throws RefusedHeader when the tensor cannot be counted
     */
    void accept(String name, String type, List<Long> shape, long elements) throws RefusedHeader;
}
