namespace GdprKit.Mapping;

/// <summary>Finds rows that look personal and that no map can be about, because code cannot name their class.</summary>
internal static class Unmappable
{
    public static IReadOnlyList<Mark> In(Findings findings) => [.. findings.Store.RootsFirst
        .Where(entity => !entity.IsAbstract && !StoreReading.CanBeMapped(entity) && LooksPersonal(entity, findings))
        .Select(entity => Mark.FillIn($"a map of {EntityName.Of(entity)}; give it a class that other code can name first; {CSharpType.PlainName(entity.Type)} is none."))];

    private static bool LooksPersonal(EntityDescription entity, Findings findings) =>
        Suspicions.CertainIn(entity.Properties).Count > 0
        || entity.References.Any(reference => reference.IsForeignKey && findings.IsPersonal(findings.Store[reference.Target]));
}
