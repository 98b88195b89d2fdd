namespace GdprKit.Mapping;

/// <summary>The messages of proposals.</summary>
internal static class StarterMessages
{
    public const string NameMalformed = "GDPR1087";

    public const string NamespaceMalformed = "GDPR1088";

    public const string FileOccupied = "GDPR1089";

    public const string NoPeople = "GDPR4060";

    public static void Check(GdprProposalOptions options)
    {
        if (options.Name is { } name && !CSharpName.IsValid(name))
        {
            throw new ArgumentException($"{NameMalformed}: '{Excerpt.Of(name)}' cannot begin the name of a class. Use letters and digits, the first a letter: 'Crm'.", nameof(options));
        }

        if (options.Namespace is { } @namespace && !Array.TrueForAll(@namespace.Split('.'), CSharpName.IsValid))
        {
            throw new ArgumentException($"{NamespaceMalformed}: '{Excerpt.Of(@namespace)}' is not a namespace. Use names joined by dots: 'Crm.Gdpr'.", nameof(options));
        }
    }

    public static IOException FileExists(string path) =>
        new($"{FileOccupied}: '{path}' is there already and says something else, so nothing was written. Choose an empty folder, and compare the two.");

    public static string NothingFound(string store) =>
        $"{NoPeople}: {store} seems to hold nothing about people: no class is named after people, and none holds a name, an e-mail address or another word of personal data. "
        + "If it does, mark a property of theirs with [PersonalData], or write a map that calls IsSubject.";
}
