package licet.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import licet.web.access.ErrorView;
import licet.web.access.SetUpView;
import licet.web.assets.AssetFolder;
import licet.web.assets.Assets;
import licet.web.design.DesignView;
import licet.web.layout.FormProblem;
import licet.web.layout.Page;

/** Writes every page with invented content into a folder, to look at while the design is worked on. */
final class PreviewSite {
    private PreviewSite() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        AssetFolder.write(folder);
        write(folder, "catalog", Page.Section.MODELS, "catalog", CatalogSamples.catalog(CatalogSamples.rows()));
        write(folder, "catalog-empty", Page.Section.MODELS, "catalog", CatalogSamples.catalog(List.of()));
        write(folder, "model-needs", Page.Section.MODELS, "model", ModelSamples.undeclared());
        write(folder, "model-deny", Page.Section.MODELS, "model", ModelSamples.denied());
        write(folder, "deployments", Page.Section.DEPLOYMENTS, "deployments", FactSamples.deployments());
        write(folder, "deployment", Page.Section.DEPLOYMENTS, "deployment", FactSamples.deployment());
        write(folder, "fact-edit", Page.Section.DEPLOYMENTS, "fact-edit", FactSamples.form());
        write(folder, "organization", Page.Section.ORGANIZATION, "organization", FactSamples.organization(true));
        write(
                folder,
                "design",
                Page.Section.DESIGN,
                "design",
                DesignView.of(
                        new Assets().text("site.css"), List.of(new FormProblem("sample", "Write something here."))));
        open(
                folder,
                "sign-in",
                "sign-in",
                SignInSamples.password(
                        List.of(new FormProblem("password", "Login and password do not belong together."))));
        open(folder, "set-up", "set-up", new SetUpView("/set-up/secret", "", "", List.of()));
        open(
                folder,
                "error",
                "error",
                new ErrorView(404, "No such model", "There is no model meta-llama/Llama-9 in the catalog.", List.of()));
    }

    private static void write(Path folder, String file, Page.Section section, String template, Object view)
            throws IOException {
        save(folder, file, PageRenderer.html(template, Samples.page(section), view));
    }

    private static void open(Path folder, String file, String template, Object view) throws IOException {
        save(folder, file, PageRenderer.html(template, Samples.openPage(), view));
    }

    private static void save(Path folder, String file, String html) throws IOException {
        Files.writeString(folder.resolve(file + ".html"), html, UTF_8);
    }
}
