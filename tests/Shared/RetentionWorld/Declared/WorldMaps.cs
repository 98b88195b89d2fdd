using System.Diagnostics.CodeAnalysis;

namespace GdprKit.RetentionWorld;

/// <summary>The maps that choices stand for.</summary>
public static class WorldMaps
{
    public static IEnumerable<IPersonalDataMap> Of(MapChoices choices) =>
    [
        new Inline<Customer>(data => DeclareCustomers(data, choices)),
        new Inline<Company>(data => DeclareCompanies(data, choices)),
        .. choices.MapsOrders ? [new Inline<Order>(data => DeclareOrders(data, choices))] : Array.Empty<IPersonalDataMap>(),
        .. choices.MapsLines ? [new Inline<OrderLine>(data => DeclareLines(data, choices))] : Array.Empty<IPersonalDataMap>(),
        .. choices.MapsNotes ? [new Inline<Note>(data => DeclareNotes(data, choices))] : Array.Empty<IPersonalDataMap>(),
    ];

    private static void DeclareCustomers(PersonalDataMapBuilder<Customer> data, MapChoices choices)
    {
        if (choices.HasRoles)
        {
            data.IsSubjectWhen(c => c.Role == "customer", WorldKeys.Clients, c => c.Id).IsSubjectWhen(c => c.Role == "staff", WorldKeys.Staff, c => c.Id);
        }
        else
        {
            data.IsSubject(WorldKeys.Clients, c => c.Id);
        }

        Declare(
            data,
            choices,
            (nameof(Customer.Name), category => data.Field(category, c => c.Name)),
            (nameof(Customer.Email), category => data.Field(category, c => c.Email)),
            (nameof(Customer.BornOn), category => data.Field(category, c => c.BornOn)));
        if (choices.HasBirthDate)
        {
            data.BirthDate(c => c.BornOn);
        }

        data.Archived(c => c.IsArchived);
        Declare(data, choices.CustomerTimes);
        Declare(data, choices.CustomerScopes);
        Declare(data, QueryChoices.OfCustomers);
    }

    private static void DeclareCompanies(PersonalDataMapBuilder<Company> data, MapChoices choices)
    {
        Declare(data, choices, (nameof(Company.TaxNumber), category => data.Field(category, c => c.TaxNumber)));
        Declare(data, QueryChoices.OfCompanies);
    }

    private static void DeclareOrders(PersonalDataMapBuilder<Order> data, MapChoices choices)
    {
        data.BelongsTo(o => o.Customer);
        Declare(data, choices, (nameof(Order.Address), category => data.Field(category, o => o.Address)));
        Declare(data, choices.OrderTimes);
        Declare(data, choices.OrderScopes);
        Declare(data, QueryChoices.OfOrders);
    }

    private static void DeclareLines(PersonalDataMapBuilder<OrderLine> data, MapChoices choices)
    {
        data.BelongsTo(l => l.Order.Customer);
        Declare(data, choices, (nameof(OrderLine.Article), category => data.Field(category, l => l.Article)));
        Declare(data, choices.LineTimes);
        Declare(data, QueryChoices.OfLines);
    }

    private static void DeclareNotes(PersonalDataMapBuilder<Note> data, MapChoices choices)
    {
        data.BelongsTo(n => n.Author).BelongsTo(n => n.Reader);
        Declare(
            data,
            choices,
            (nameof(Note.AuthorName), category => data.FieldOf(n => n.Author, category, n => n.AuthorName)),
            (nameof(Note.ReaderName), category => data.FieldOf(n => n.Reader, category, n => n.ReaderName)),
            (nameof(Note.Text), category => data.SharedField(category, n => n.Text)));
        Declare(data, choices.NoteTimes);
        Declare(data, choices.NoteScopes);
        Declare(data, QueryChoices.OfNotes);
    }

    [SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "It says the class that is declared.")]
    private static void Declare<T>(PersonalDataMapBuilder<T> data, MapChoices choices, params ReadOnlySpan<(string Field, Func<Key<DataCategory>, PersonalDataMapBuilder<T>> Declare)> fields)
        where T : class
    {
        foreach (var (field, declare) in fields)
        {
            if (choices.CategoryOf($"{typeof(T).Name}.{field}") is { } category)
            {
                declare(category);
            }
        }
    }

    private static void Declare<T>(PersonalDataMapBuilder<T> data, IReadOnlyDictionary<Key<RetentionEvent>, TimeChoice<T>> times)
        where T : class
    {
        foreach (var (happened, time) in times)
        {
            time.Declare(data, happened);
        }
    }

    private static void Declare<T>(PersonalDataMapBuilder<T> data, IReadOnlyDictionary<Key<ProcessingActivity>, ScopeChoice<T>> scopes)
        where T : class
    {
        foreach (var (activity, scope) in scopes)
        {
            data.AppliesWhen(activity, scope.Condition);
        }
    }

    private static void Declare<T>(PersonalDataMapBuilder<T> data, QueryChoice<T>[] queries)
        where T : class
    {
        foreach (var query in queries)
        {
            query.Declare(data);
        }
    }

    private sealed class Inline<T>(Action<PersonalDataMapBuilder<T>> configure) : IPersonalDataMap<T>
        where T : class
    {
        public void Configure(PersonalDataMapBuilder<T> data) => configure(data);
    }
}
