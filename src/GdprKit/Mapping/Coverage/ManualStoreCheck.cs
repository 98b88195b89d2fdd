namespace GdprKit.Mapping;

/// <summary>A manual store says what it is, whose data it holds and how somebody works with it.</summary>
internal static class ManualStoreCheck
{
    public static IEnumerable<MapFault> Find(ProcessingRegister register, ManualStore store)
    {
        var place = $"Manual store '{store.Key}'";
        return
        [
            .. store.Key.IsDefault ? [MapFaults.KeyMissing(place, "manual store")] : Array.Empty<MapFault>(),
            .. store.People.SelectMany(kind => DeclarationCheck.Find(place, kind, register.People)),
            .. store.Categories.SelectMany(category => DeclarationCheck.Find(place, category, register.Categories)),
            .. Missing(register, store).Select(what => MapFaults.ManualStoreIncomplete(place, what)),
        ];
    }

    private static IEnumerable<string> Missing(ProcessingRegister register, ManualStore store)
    {
        if (store.People.IsEmpty)
        {
            yield return "whose data are there";
        }

        if (store.Categories.IsEmpty)
        {
            yield return "what is there";
        }

        foreach (var language in register.Languages)
        {
            if (!store.Name.TryGet(language, out _))
            {
                yield return $"its name in the language '{language}'";
            }

            if (!store.Instruction.TryGet(language, out _))
            {
                yield return $"how somebody works with it in the language '{language}'";
            }
        }
    }
}
