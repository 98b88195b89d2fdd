namespace GdprKit.Mapping;

/// <summary>Writes the class of keys, and the method that adds everything to a host.</summary>
internal static class SetupCode
{
    public static ProposedFile Keys(ProposalNames names, KeyNames keys) => new CodeFile(names, "GdprKit").Build(names.Keys,
    [
        "/// <summary>The names by which code speaks of what the register declares.</summary>",
        $"public static class {names.Keys}",
        "{",
        .. keys.Declarations.SelectMany((group, index) => group.Select(line => $"    {line}").Prepend("").Skip(index == 0 ? 1 : 0)),
        "}",
    ]);

    public static ProposedFile Setup(ProposalNames names, IReadOnlyList<MapDraft> maps, IReadOnlyList<Mark> marks)
    {
        List<(Mark? Mark, string Call)> calls =
        [
            (null, $".UseRegister({names.Register}.Create())"),
            .. maps.Select(map => ((Mark?)null, $".AddMap<{names.MapOf(map.Entity)}>()")).Order(),
        ];
        return new CodeFile(names, "Microsoft.Extensions.DependencyInjection").Build(names.Setup,
        [
            "/// <summary>",
            $"/// Adds the register and the maps: <c>services.AddGdprKit(gdpr => gdpr.Use{names.Name}().UseEntityFrameworkCore&lt;…&gt;())</c>.",
            "/// </summary>",
            $"public static class {names.Setup}",
            "{",
            .. marks.Select(mark => $"    {mark}"),
            $"    public static GdprKitBuilder Use{names.Name}(this GdprKitBuilder gdpr) => gdpr",
            .. CodeLines.Chain("        ", calls),
            "}",
        ]);
    }
}
