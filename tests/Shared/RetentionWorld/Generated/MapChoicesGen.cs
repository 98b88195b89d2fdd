using CsCheck;

namespace GdprKit.RetentionWorld;

/// <summary>Maps of random shape that fit a register.</summary>
public static class MapChoicesGen
{
    private static readonly string[] FieldsOfCustomers = ["Customer.Name", "Customer.Email", "Customer.BornOn", "Company.TaxNumber"];

    private static readonly string[] OtherFields = ["Order.Address", "OrderLine.Article", "Note.AuthorName", "Note.ReaderName", "Note.Text"];

    public static Gen<MapChoices> Of(RegisterChoices register) =>
        from roles in Gen.Bool
        from maps in Gen.Int[0, 4].Array[3]
        from used in Gen.Shuffle(OtherFields, 2, OtherFields.Length)
        from ofCustomers in Gen.Shuffle(FieldsOfCustomers, 1, FieldsOfCustomers.Length)
        from categories in Gen.OneOf(WorldKeys.Categories).Array[FieldsOfCustomers.Length + OtherFields.Length]
        from customers in Times(TimeChoices.OfCustomers)
        from orders in Times(TimeChoices.OfOrders)
        from lines in Times(TimeChoices.OfLines)
        from notes in Times(TimeChoices.OfNotes)
        from customerScopes in Scopes(register, ScopeChoices.OfCustomers)
        from orderScopes in Scopes(register, ScopeChoices.OfOrders)
        from noteScopes in Scopes(register, ScopeChoices.OfNotes)
        from birth in Gen.Bool
        let fields = ofCustomers.Concat(used).Zip(categories).ToDictionary(field => field.First, field => field.Second)
        select new MapChoices
        {
            HasRoles = roles,
            Fields = fields,
            CustomerTimes = customers,
            OrderTimes = orders,
            LineTimes = lines,
            NoteTimes = notes,
            CustomerScopes = customerScopes,
            OrderScopes = orderScopes,
            NoteScopes = noteScopes,
            HasBirthDate = birth && fields.ContainsKey("Customer.BornOn"),
            MapsOrders = maps[0] > 0,
            MapsLines = maps[1] > 0,
            MapsNotes = maps[2] > 0,
        };

    /// <summary>A date for most of the events.</summary>
    private static Gen<IReadOnlyDictionary<Key<RetentionEvent>, TimeChoice<T>>> Times<T>(TimeChoice<T>[] choices)
        where T : class =>
        Gen.Select(Gen.Shuffle(WorldKeys.Events, 2, WorldKeys.Events.Length), Gen.OneOf(choices).Array[WorldKeys.Events.Length])
            .Select(IReadOnlyDictionary<Key<RetentionEvent>, TimeChoice<T>> (events, times) => events.Zip(times).ToDictionary(time => time.First, time => time.Second));

    /// <summary>A condition for some of the activities.</summary>
    private static Gen<IReadOnlyDictionary<Key<ProcessingActivity>, ScopeChoice<T>>> Scopes<T>(RegisterChoices register, ScopeChoice<T>[] choices)
        where T : class =>
        Gen.Select(Gen.Shuffle(register.Activities.Select(activity => activity.Key).ToArray(), 0, register.Activities.Count / 2), Gen.OneOf(choices).Array[register.Activities.Count])
            .Select(IReadOnlyDictionary<Key<ProcessingActivity>, ScopeChoice<T>> (activities, scopes) => activities.Zip(scopes).ToDictionary(scope => scope.First, scope => scope.Second));
}
