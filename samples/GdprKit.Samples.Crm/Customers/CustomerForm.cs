using System.ComponentModel.DataAnnotations;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Forms;

namespace GdprKit.Samples.Crm.Customers;

/// <summary>What one fills in about a customer, at the sign-up and in the CRM. The lengths are those of the database.</summary>
public sealed class CustomerForm
{
    [Display(Name = "Customer.FirstName"), Required, StringLength(40), SingleLine]
    public string? FirstName { get; set; }

    [Display(Name = "Customer.LastName"), Required, StringLength(20), SingleLine]
    public string? LastName { get; set; }

    [Display(Name = "Customer.Company"), StringLength(80), SingleLine]
    public string? Company { get; set; }

    [Display(Name = "Customer.Email"), DataType(DataType.EmailAddress), Required, StringLength(60), EmailShape]
    public string? Email { get; set; }

    [Display(Name = "Customer.Phone"), DataType(DataType.PhoneNumber), StringLength(24), PhoneShape]
    public string? Phone { get; set; }

    [Display(Name = "Customer.Street"), Required, StringLength(70), SingleLine]
    public string? Address { get; set; }

    [Display(Name = "Customer.PostalCode"), StringLength(10), SingleLine]
    public string? PostalCode { get; set; }

    [Display(Name = "Customer.City"), Required, StringLength(40), SingleLine]
    public string? City { get; set; }

    [Display(Name = "Customer.State"), StringLength(40), SingleLine]
    public string? State { get; set; }

    [Display(Name = "Customer.Country"), Required, KnownCountry]
    public string? Country { get; set; }

    public static CustomerForm Of(Customer customer) => new()
    {
        FirstName = customer.FirstName,
        LastName = customer.LastName,
        Company = customer.Company,
        Email = customer.Email,
        Phone = customer.Phone,
        Address = customer.Address,
        PostalCode = customer.PostalCode,
        City = customer.City,
        State = customer.State,
        Country = customer.Country,
    };

    public void CopyTo(Customer customer)
    {
        customer.FirstName = FirstName!.Trim();
        customer.LastName = LastName!.Trim();
        customer.Company = Company?.Trim();
        customer.Email = Email!.Trim();
        customer.Phone = Phone?.Trim();
        customer.Address = Address!.Trim();
        customer.PostalCode = PostalCode?.Trim();
        customer.City = City!.Trim();
        customer.State = State?.Trim();
        customer.Country = Country;
    }
}
