using System.ComponentModel.DataAnnotations;
using GdprKit.Samples.Crm.Forms;

namespace GdprKit.Samples.Crm.Customers;

/// <summary>What an employee writes down of a customer who says, on paper or by phone, to have read the privacy notice.</summary>
public sealed class NoticeReadForm
{
    [Display(Name = "NoticeRead.Means")]
    public AcknowledgementMeans Means { get; set; } = AcknowledgementMeans.Phone;

    /// <summary>In which language the customer read it.</summary>
    [Display(Name = "NoticeRead.Language"), Required, StringLength(8), SingleLine]
    public string? Language { get; set; }

    /// <summary>What shows it: where the paper lies, or who called when.</summary>
    [Display(Name = "NoticeRead.Note"), Required, StringLength(200), SingleLine]
    public string? Note { get; set; }
}
