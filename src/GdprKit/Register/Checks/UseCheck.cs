namespace GdprKit;

/// <summary>What is declared is used: a category that no activity uses has no purpose and no period.</summary>
internal static class UseCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        if (register.Activities.IsEmpty)
        {
            return [RegisterFaults.NoActivity()];
        }

        var categories = register.Activities.SelectMany(activity => activity.Categories).ToHashSet();
        var people = register.Activities.SelectMany(activity => activity.People).ToHashSet();
        var recipients = register.Activities.SelectMany(activity => activity.Recipients).ToHashSet();
        var events = DeclaredRule.AllOf(register).SelectMany(declared => declared.Events).Select(reference => reference.Event).ToHashSet();
        return
        [
            .. register.Categories.Where(declared => !categories.Contains(declared.Key)).Select(RegisterPath.Of).Select(RegisterFaults.CategoryUnused),
            .. Unused(register.People, people, RegisterPath.Of),
            .. Unused(register.Recipients, recipients, RegisterPath.Of),
            .. Unused(register.Events, events, RegisterPath.Of),
        ];
    }

    private static IEnumerable<RegisterFault> Unused<T>(ValueList<T> declared, HashSet<Key<T>> used, Func<T, string> path)
        where T : class, IDeclaration<T> =>
        declared.Where(declaration => !used.Contains(declaration.Key)).Select(declaration => RegisterFaults.Unused(path(declaration), DeclarationName.Of<T>()));
}
