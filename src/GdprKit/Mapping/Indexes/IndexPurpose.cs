namespace GdprKit;

/// <summary>What an index is for.</summary>
public enum IndexPurpose
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>The few rows that are due are found by their date, without reading the others.</summary>
    FindByDate,

    /// <summary>The rows that belong to a row are found: the invoices of a customer, for every customer.</summary>
    FindRelated,
}
