namespace GdprKit.Mapping;

/// <summary>Rows that tax law asks to keep: amounts that were invoiced to somebody, or paid.</summary>
internal static class FiscalRows
{
    /// <summary>The people whose rows they are; wages of staff are kept by other rules.</summary>
    public static IEnumerable<FoundPeople> PeopleIn(DatedRow row, Findings findings) =>
        findings.PeopleBehind(row.Entity).Where(people => people.Role is not (PeopleRole.Employee or PeopleRole.Author));
}
