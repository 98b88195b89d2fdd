using System.ComponentModel.DataAnnotations;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Forms;

namespace GdprKit.Samples.Crm.Customers;

/// <summary>What one fills in to get the newsletter and nothing else: no more than a mail needs (Art. 5(1)(c)).</summary>
public sealed class ReaderForm
{
    [Display(Name = "Customer.FirstName"), Required, StringLength(40), SingleLine]
    public string? FirstName { get; set; }

    [Display(Name = "Customer.LastName"), Required, StringLength(20), SingleLine]
    public string? LastName { get; set; }

    [Display(Name = "Customer.Email"), DataType(DataType.EmailAddress), Required, StringLength(60), EmailShape]
    public string? Email { get; set; }

    public void CopyTo(Customer customer)
    {
        customer.FirstName = FirstName!.Trim();
        customer.LastName = LastName!.Trim();
        customer.Email = Email!.Trim();
    }
}
