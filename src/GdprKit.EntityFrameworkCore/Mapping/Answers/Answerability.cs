using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Says which questions a database cannot answer, in words that tell the host what to change.</summary>
/// <param name="store">The name of the store.</param>
/// <param name="model">The host's model.</param>
/// <param name="dialect">Its database.</param>
internal sealed class Answerability(string store, IModel model, Dialect dialect)
{
    private readonly PlainShapes _plain = new(model, dialect);

    /// <summary>Why the database cannot say what the ledger says of the people whose the rows are; <see langword="null"/> when it can, or is not asked.</summary>
    public string? WhyLedgerElsewhere(IEntityType type, RowRequest request) =>
        request.FindHeads().Select(head => LinkedHeads.WhyNot(model, store, type, head.Owner)).FirstOrDefault(why => why is not null) is { } why
            ? $"{StoreMessages.LedgerElsewhere}: {why}."
            : null;

    /// <summary>What among the questions must be put to Entity Framework Core to know whether it can be answered; mostly nothing.</summary>
    public IReadOnlyList<HostPart> Doubtful(StoreEntity entity, IEntityType type, RowRequest request) =>
        [.. new HostParts(entity.Owners, model).In(request, type).Where(part => !_plain.Include(part))];

    /// <summary>Why these parts cannot be answered; <see langword="null"/> when there are none.</summary>
    public string? Explain(IReadOnlyCollection<HostPart> parts) => parts.Count == 0
        ? null
        : string.Join(' ', new[] { Functions([.. parts.Where(part => part.Function is not null)]), Dates([.. parts.Where(part => part.Function is null)]) }.OfType<string>());

    private string? Functions(IReadOnlyCollection<HostPart> functions) => functions.Count == 0 ? null :
        $"{StoreMessages.NotComputable}: the database of {store} cannot compute {Listed(functions)}. "
        + "Write it with properties, navigations and operators that Entity Framework Core makes SQL of, or store the value in a column and name that.";

    private string? Dates(IReadOnlyCollection<HostPart> dates) => dates.Count == 0 ? null :
        $"{StoreMessages.NotSorted}: the database of {store} does not sort {Listed(dates)} as dates, as it is stored. "
        + "Store it as a type that does, such as DateTime, or give it a value converter to a number of ticks: builder.Property(…).HasConversion(…).";

    private static string Listed(IEnumerable<HostPart> parts) => string.Join(" and ", parts.Select(part => $"'{part}'"));
}
