namespace GdprKit.Conformance.Subjects;

/// <summary>A row of an application that is a person.</summary>
internal sealed record ListedPerson(Key<SubjectKind> Kind, ValueList<string> Key)
{
    private const char Between = '\u001f';

    /// <summary>What people are ordered by.</summary>
    public string Text => string.Join(Between, [Kind.ToString(), .. Key]);

    /// <summary>Who it is; nobody when a part of the key is empty.</summary>
    public SubjectId? Subject => Key.Any(part => part.Length == 0) ? null : SubjectId.Of(Kind, [.. Key]);

    /// <summary>The person that the maps of the suites see in a row.</summary>
    public static ListedPerson? Of(object row) => row switch
    {
        Person person => new ListedPerson(DomainKeys.People, [person.Code]),
        Account { Role: AccountRole.Visitor } visitor => Of(DomainKeys.People, visitor),
        Account { Role: AccountRole.Employee } employee => Of(DomainKeys.Staff, employee),
        _ => null,
    };

    public static ListedPerson Parse(string text) => text.Split(Between) is [var kind, .. var key] ? new ListedPerson(Key<SubjectKind>.Parse(kind), [.. key]) : throw new FormatException();

    private static ListedPerson Of(Key<SubjectKind> kind, Account account) => new(kind, SubjectId.Of(kind, account.Branch, account.Number).Key);
}
