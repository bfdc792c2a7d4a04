package licet.registry.bom;

import java.util.List;

/**
 * What a document is about besides its models.
 *
 * @param ref unique in the document
 * @param unknown models of it that are not on record
 */
record BomSubject(String ref, String name, String version, List<String> unknown) {
    BomSubject {
        unknown = List.copyOf(unknown);
    }

    static BomSubject ofDeployment(String key, String name, int version) {
        return new BomSubject("deployment:" + key, name, Integer.toString(version), List.of());
    }

    static BomSubject ofStack(String key, String name, int version) {
        return new BomSubject("stack:" + key, name, Integer.toString(version), List.of());
    }

    BomSubject without(List<String> models) {
        return new BomSubject(ref, name, version, models);
    }
}
