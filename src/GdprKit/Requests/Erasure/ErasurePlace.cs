using System.Text;
using System.Text.Json;

namespace GdprKit;

/// <summary>A place that an erasure must have an answer of, before it is done.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">By what the ledger knows it: the key of the manual store or of the recipient, the name of the target, that of the store written as a key.</param>
public sealed record ErasurePlace(ErasurePlaceKind Kind, Key<ErasurePlace> Key)
{
    /// <summary>What it is called.</summary>
    /// <value>The default is <see langword="null"/>: the key says it.</value>
    public LocalizedText? Name { get; init; }

    /// <summary>Why a store cannot let data go by itself, so that somebody does it by hand; <see langword="null"/>, the default, when it can.</summary>
    public string? WhyByHand { get; init; }

    /// <summary>Whether it answers by itself, without anybody.</summary>
    public bool IsAutomatic => Kind is ErasurePlaceKind.Store or ErasurePlaceKind.Target && WhyByHand is null;

    /// <summary>The kind and the key.</summary>
    public override string ToString() => $"{Kind} {Key}";

    /// <summary>The key of a store: <c>CrmDbContext</c> is <c>crm-db-context</c>. A name that makes none is known by its digest.</summary>
    internal static Key<ErasurePlace> KeyOf(string store) => Key<ErasurePlace>.TryParse(JsonNamingPolicy.KebabCaseLower.ConvertName(store), out var key)
        ? key
        : Key<ErasurePlace>.Parse($"store-{Digest.Of(Encoding.UTF8.GetBytes(store)).ToString()[..32]}");
}
