using System.ComponentModel.DataAnnotations;
using GdprKit.Samples.Crm.Forms;

namespace GdprKit.Samples.Crm.Customers;

/// <summary>Somebody on a list of customers whom somebody else signs up. The lengths are those of the database.</summary>
public sealed class ListedCustomer
{
    [Required, StringLength(40), SingleLine]
    public string? FirstName { get; set; }

    [Required, StringLength(20), SingleLine]
    public string? LastName { get; set; }

    [Required, StringLength(60), EmailShape]
    public string? Email { get; set; }

    /// <summary>The language in which the shop writes: <c>nl</c> or <c>en</c>; nothing where the list does not say it.</summary>
    [RegularExpression("nl|en")]
    public string? Language { get; set; }
}
