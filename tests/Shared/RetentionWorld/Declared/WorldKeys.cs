namespace GdprKit.RetentionWorld;

/// <summary>What the registers of the shop declare.</summary>
public static class WorldKeys
{
    public static readonly Key<SubjectKind> Clients = Key<SubjectKind>.Parse("clients");
    public static readonly Key<SubjectKind> Staff = Key<SubjectKind>.Parse("staff");

    public static Key<DataCategory>[] Categories { get; } = [.. new[] { "contact", "identity", "purchases" }.Select(Key<DataCategory>.Parse)];

    public static Key<RetentionEvent>[] Events { get; } = [.. new[] { "birth", "contract-ended", "last-seen", "sold" }.Select(Key<RetentionEvent>.Parse)];
}
