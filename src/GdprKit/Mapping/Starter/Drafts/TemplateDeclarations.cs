namespace GdprKit.Mapping;

/// <summary>The declarations of the templates, of which a proposal takes over what fits.</summary>
internal static class TemplateDeclarations
{
    private static readonly Lazy<ProcessingRegister[]> Templates = new(() => [RegisterTemplates.Webshop(Anybody), RegisterTemplates.Association(Anybody)]);

    public static ProcessingActivity Activity(Key<ProcessingActivity> key) => Templates.Value.First(template => template.Activities.Contains(key)).Activities[key];

    /// <summary>The category as the web shop has it; that of an association is about its members only.</summary>
    public static DataCategory? Category(Key<DataCategory> key) => Templates.Value[0].Categories.TryGet(key, out var category) ? category : null;

    public static Recipient? Recipient(Key<Recipient> key) => Templates.Value.FirstOrDefault(template => template.Recipients.Contains(key))?.Recipients[key];

    private static void Anybody(DataControllerBuilder controller) => controller.Name("-").Country("NL").Contact(email: "privacy@example.org");
}
