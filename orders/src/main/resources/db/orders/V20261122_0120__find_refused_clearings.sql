-- What somebody must look at: few among very many.
create index clearing_refused on orders.clearing (accepted_on, order_id) where state = 'REFUSED';
