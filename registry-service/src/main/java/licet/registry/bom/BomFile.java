package licet.registry.bom;

/**
 * A bill of materials as one file.
 *
 * @param name for whoever takes it along
 */
public record BomFile(String name, String mediaType, String body) {}
