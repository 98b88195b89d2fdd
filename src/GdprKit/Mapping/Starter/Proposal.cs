namespace GdprKit.Mapping;

/// <summary>From a description of a store to files of C#.</summary>
internal static class Proposal
{
    /// <summary>The files, ordered by name; none when no people are found.</summary>
    public static ValueList<ProposedFile> Write(StoreDescription store, GdprProposalOptions options)
    {
        var findings = Findings.Of(store);
        var dated = DatedRow.Find(findings);
        var groups = PeopleGroup.Find(findings, dated);
        var drafted = MapDrafter.Draft(findings, dated, groups);
        var register = RegisterDrafter.Draft(findings, dated, groups, drafted);
        if (register.Activities.IsEmpty)
        {
            return [];
        }

        var maps = DateDrafter.Complete(findings, dated, drafted, register.Activities);
        var names = new ProposalNames(store, options, maps.Select(map => map.Entity));
        var keys = new KeyNames(names.Keys, register, RegisterCode.Backup);
        ProposedFile[] files =
        [
            SetupCode.Keys(names, keys),
            SetupCode.Setup(names, maps, Unmappable.In(findings)),
            new RegisterCode(register, names, keys).Write(store.Name),
            .. maps.Select(map => MapCode.Write(map, names, keys, findings.Store)),
        ];
        return files.OrderBy(file => file.Name, StringComparer.Ordinal).ToValueList();
    }
}
