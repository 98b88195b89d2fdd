namespace GdprKit.Mapping;

/// <summary>An owner as a map declares it, with the ways from a row to the people it means.</summary>
internal sealed record ResolvedOwner(RowOwner Owner, ValueList<OwnerPath> Paths);
