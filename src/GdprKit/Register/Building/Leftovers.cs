namespace GdprKit;

/// <summary>
/// What only an activity used that was changed or left out afterwards goes with it: who leaves an activity out of a template need
/// not find out what else the template declared for it.
/// </summary>
internal static class Leftovers
{
    /// <summary>Clears them away.</summary>
    /// <param name="register">All declarations.</param>
    /// <param name="former">The activities as they were before they were changed or left out.</param>
    public static RegisterDeclarations Clear(RegisterDeclarations register, IReadOnlyCollection<ProcessingActivity> former)
    {
        if (former.Count == 0)
        {
            return register;
        }

        var (before, now) = (Usage.Of(former), Usage.Of(register.Activities));
        return register with
        {
            People = Without(register.People, before.People, now.People),
            Categories = Without(register.Categories, before.Categories, now.Categories),
            Recipients = Without(register.Recipients, before.Recipients, now.Recipients),
            Events = Without(register.Events, before.Events, now.Events),
        };
    }

    private static ValueList<T> Without<T>(ValueList<T> declarations, IReadOnlySet<Key<T>> before, IReadOnlySet<Key<T>> now)
        where T : class, IDeclaration<T> =>
        declarations.Where(declaration => !before.Contains(declaration.Key) || now.Contains(declaration.Key)).ToValueList();
}
