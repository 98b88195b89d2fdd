using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>Reads what people asked, with the names of the customers.</summary>
public sealed class RequestBook(RightsRequests requests, CrmDbContext db, ProcessingRegister register, IStringLocalizer<Texts> texts)
{
    /// <summary>How many are shown at most.</summary>
    public const int MostShown = 200;

    /// <summary>The open requests, the one that is due first first; one more than are shown, where there are more.</summary>
    public Task<IReadOnlyList<RequestLine>> OpenAsync(CancellationToken cancellationToken) => ReadAsync(requests.ListOpenAsync(cancellationToken: cancellationToken), cancellationToken);

    /// <summary>Those that should have been answered.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    public Task<IReadOnlyList<RequestLine>> OverdueAsync(CancellationToken cancellationToken) => ReadAsync(requests.ListOverdueAsync(cancellationToken), cancellationToken);

    /// <summary>The closed requests, the one that was closed last first.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    public Task<IReadOnlyList<RequestLine>> ClosedAsync(CancellationToken cancellationToken) => ReadAsync(requests.ListClosedAsync(cancellationToken), cancellationToken);

    /// <summary>What is asked, in a few words.</summary>
    public string TitleOf(RightsRequest request) => request switch
    {
        { Kind: RightsRequestKind.Objection, Activity: null } => texts["Requests.Kind.Marketing"],
        { Activity: { } activity } => texts[$"Requests.Kind.{request.Kind}.For", NameOf(activity)],
        _ => texts[$"Requests.Kind.{request.Kind}"],
    };

    /// <summary>The customer who is a person; <see langword="null"/> for nobody, and for a customer who is gone.</summary>
    public async Task<Customer?> FindCustomerAsync(SubjectId? person, CancellationToken cancellationToken) =>
        person is not null && CustomerNumber.Of(person) is { } number
            ? await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.CustomerId == number, cancellationToken)
            : null;

    private string NameOf(Key<ProcessingActivity> activity) =>
        register.Activities.TryGet(activity, out var declared) ? RegisterWording.In(Language.OfReader).Text(declared.Name) : activity.ToString();

    private async Task<IReadOnlyList<RequestLine>> ReadAsync(IAsyncEnumerable<ListedRightsRequest> source, CancellationToken cancellationToken)
    {
        var listed = await source.Take(MostShown + 1).ToListAsync(cancellationToken);
        int?[] numbers = [.. listed.Select(each => each.Person is { } person ? CustomerNumber.Of(person) : null)];
        var wanted = numbers.OfType<int>().Distinct().ToList();
        var names = await db.Customers.AsNoTracking().Where(c => wanted.Contains(c.CustomerId)).ToDictionaryAsync(c => c.CustomerId, c => c.FullName, cancellationToken);
        return
        [
            .. listed.Zip(numbers, (each, number) => number is { } id && names.TryGetValue(id, out var name)
                ? new RequestLine(each.Request, TitleOf(each.Request), each.IsOverdue, id, name)
                : new RequestLine(each.Request, TitleOf(each.Request), each.IsOverdue, null, null)),
        ];
    }
}
