using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>Reads what the ledger says of a person, and what it keeps from going.</summary>
internal sealed class StandingReader(PersonalDataMap map, IStandingSource source, IReadOnlyCollection<StreamFold> folds, IActivityGround? ground)
{
    private IEnumerable<StreamKind> Shields => folds.Where(fold => fold.IsShield).Select(fold => fold.Kind);

    /// <summary>Reads what it says of a person; <see cref="PersonStanding.Unknown"/> where there is no ledger.</summary>
    public ValueTask<PersonStanding> ReadAsync(SubjectId person, CancellationToken cancellationToken) => source.LookUpAsync(async (ledger, subjects) =>
    {
        if (ledger is null || subjects is null)
        {
            return PersonStanding.Unknown;
        }

        var heads = await AboutNobodyAsync(ledger, cancellationToken).ConfigureAwait(false);
        if (await subjects.FindBySubjectAsync([person], cancellationToken).ConfigureAwait(false) is [{ } link])
        {
            await AddAsync(heads, ledger, HeadFilter.About(link.Ref), cancellationToken).ConfigureAwait(false);
        }

        return new PersonStanding(map, heads, folds, ground);
    });

    /// <summary>Reads what is kept from going; <see cref="PlacedShields.None"/> where there is no ledger.</summary>
    public ValueTask<PlacedShields> ReadShieldsAsync(CancellationToken cancellationToken) => source.LookUpAsync(async (ledger, _) =>
    {
        if (ledger is null)
        {
            return PlacedShields.None;
        }

        var isAny = false;
        foreach (var kind in Shields)
        {
            isAny |= await ledger.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(kind)) { Limit = 1 }, cancellationToken).ConfigureAwait(false) is [_, ..];
        }

        return isAny ? new PlacedShields(map, folds, await AboutNobodyAsync(ledger, cancellationToken).ConfigureAwait(false), isAny) : PlacedShields.None;
    });

    private async ValueTask<List<StreamHead>> AboutNobodyAsync(ILedgerStore ledger, CancellationToken cancellationToken)
    {
        var heads = new List<StreamHead>();
        foreach (var kind in Shields)
        {
            await AddAsync(heads, ledger, HeadFilter.Of(kind) with { Subject = SubjectRef.None }, cancellationToken).ConfigureAwait(false);
        }

        return heads;
    }

    private static async ValueTask AddAsync(List<StreamHead> heads, ILedgerStore ledger, HeadFilter filter, CancellationToken cancellationToken)
    {
        HeadQuery? query = new(filter);
        while (query is not null)
        {
            var page = await ledger.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            heads.AddRange(page);
            query = query.Next(page);
        }
    }
}
