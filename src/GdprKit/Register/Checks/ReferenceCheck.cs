namespace GdprKit;

/// <summary>Every reference leads to something that is declared.</summary>
internal static class ReferenceCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register)
    {
        var people = new Known<SubjectKind>(register.People.Select(declared => declared.Key.ToString()));
        var categories = new Known<DataCategory>(register.Categories.Select(declared => declared.Key.ToString()));
        var events = new Known<RetentionEvent>(register.Events.Select(declared => declared.Key.ToString()));
        var recipients = new Known<Recipient>(register.Recipients.Select(declared => declared.Key.ToString()));
        var rules = new Known<RetentionRule>(DeclaredRule.AllOf(register).Select(declared => declared.Rule.Key.ToString()));
        return
        [
            .. register.Activities.SelectMany(activity => people.Find($"{RegisterPath.Of(activity)}/people", activity.People)),
            .. register.Activities.SelectMany(activity => categories.Find($"{RegisterPath.Of(activity)}/categories", activity.Categories)),
            .. register.Activities.SelectMany(activity => recipients.Find($"{RegisterPath.Of(activity)}/recipients", activity.Recipients)),
            .. DeclaredRule.AllOf(register).SelectMany(declared => categories.Find($"{declared.Path}/categories", declared.Rule.Categories)),
            .. DeclaredRule.AllOf(register).SelectMany(declared => declared.Events.SelectMany(reference => events.Find(reference.Path, reference.Event))),
            .. register.ConflictChoices.SelectMany((choice, index) => rules.Find($"/conflictChoices/{index}/prevails", choice.Prevails)),
            .. register.ConflictChoices.SelectMany((choice, index) => rules.Find($"/conflictChoices/{index}/yields", choice.Yields)),
        ];
    }

    private sealed class Known<T>(IEnumerable<string> keys)
        where T : class
    {
        private readonly HashSet<string> _keys = new(keys, StringComparer.Ordinal);

        public IEnumerable<RegisterFault> Find(string path, ValueList<Key<T>> references)
        {
            for (var i = 0; i < references.Count; i++)
            {
                foreach (var fault in Find($"{path}/{i}", references[i]))
                {
                    yield return fault;
                }
            }
        }

        public IEnumerable<RegisterFault> Find(string path, Key<T> reference)
        {
            if (reference.IsDefault)
            {
                yield return RegisterFaults.KeyMissing(path, DeclarationName.Of<T>());
            }
            else if (!_keys.Contains(reference.ToString()))
            {
                yield return RegisterFaults.UnknownReference(path, DeclarationName.Of<T>(), reference.ToString(), NearestKey.To(reference.ToString(), _keys));
            }
        }
    }
}
