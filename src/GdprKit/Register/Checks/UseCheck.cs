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

        var used = Usage.Of(register.Activities);
        return
        [
            .. register.Categories.Where(declared => !used.Categories.Contains(declared.Key)).Select(RegisterPath.Of).Select(RegisterFaults.CategoryUnused),
            .. Unused(register.People, used.People, RegisterPath.Of),
            .. Unused(register.Recipients, used.Recipients, RegisterPath.Of),
            .. Unused(register.Events, used.Events, RegisterPath.Of),
        ];
    }

    private static IEnumerable<RegisterFault> Unused<T>(ValueList<T> declared, IReadOnlySet<Key<T>> used, Func<T, string> path)
        where T : class, IDeclaration<T> =>
        declared.Where(declaration => !used.Contains(declaration.Key)).Select(declaration => RegisterFaults.Unused(path(declaration), DeclarationName.Of<T>()));
}
