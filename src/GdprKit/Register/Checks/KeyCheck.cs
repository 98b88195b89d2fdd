namespace GdprKit;

/// <summary>Everything has a key, of its own, that is not one of GdprKit's.</summary>
internal static class KeyCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) =>
    [
        .. Find("/people", register.People),
        .. Find("/categories", register.Categories),
        .. Find("/events", register.Events),
        .. Find("/recipients", register.Recipients),
        .. Find("/activities", register.Activities),
        .. Find("/backups", register.Backups),
        .. register.Activities.Where(activity => !activity.Key.IsDefault).SelectMany(activity => Named($"{RegisterPath.Of(activity)}/retention", activity.Retention)),
        .. RulesDeclaredTwice(register),
    ];

    private static IEnumerable<RegisterFault> Find<T>(string path, ValueList<T> declarations)
        where T : class, IDeclaration<T> =>
        Named(path, declarations).Concat(declarations
            .Where(declaration => !declaration.Key.IsDefault)
            .GroupBy(declaration => declaration.Key.ToString(), StringComparer.Ordinal)
            .Where(declared => declared.Count() > 1)
            .Select(declared => RegisterFaults.KeyDeclaredTwice($"{path}/{declared.Key}", DeclarationName.Of<T>(), declared.Key)));

    private static IEnumerable<RegisterFault> Named<T>(string path, ValueList<T> declarations)
        where T : class, IDeclaration<T>
    {
        foreach (var declaration in declarations)
        {
            if (declaration.Key.IsDefault)
            {
                yield return RegisterFaults.KeyMissing(path, DeclarationName.Of<T>());
            }
            else if (declaration.Key.ToString().StartsWith(KeySyntax.ReservedPrefix, StringComparison.Ordinal))
            {
                yield return RegisterFaults.KeyReserved($"{path}/{declaration.Key}", DeclarationName.Of<T>());
            }
        }
    }

    private static IEnumerable<RegisterFault> RulesDeclaredTwice(RegisterDeclarations register) => DeclaredRule.AllOf(register)
        .Where(declared => !declared.Rule.Key.IsDefault)
        .GroupBy(declared => declared.Rule.Key.ToString(), StringComparer.Ordinal)
        .SelectMany(same => same.Skip(1).Select(again => RegisterFaults.RuleDeclaredTwice(again.Path, again.Rule.Key, same.First().Activity.Key)));
}
